import { useParams } from "react-router";
import { BackboneDocument } from "../api/operations";
import { useAsk } from "../api/use-ask";
import { FaultNotice, Loading } from "../parts/states";
import { ThingPage } from "../parts/thing-page";

/** One of them: where it stands, and who uses it as far as sources say so. */
export function Component() {
  const { ref = "" } = useParams();
  const { data, fault, again } = useAsk("Backbone", BackboneDocument, { ref });
  if (fault) return <FaultNotice fault={fault} again={again} />;
  const thing = data?.backbone;
  if (!thing) return <Loading />;
  return (
    <ThingPage
      kind="Backbones"
      address="/backbones"
      thing={thing}
      usedBy={(basis) => ({ backbone: { within: [thing.slug], basis } })}
    />
  );
}
