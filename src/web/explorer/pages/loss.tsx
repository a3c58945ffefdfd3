import { useParams } from "react-router";
import { LossDocument } from "../api/operations";
import { useAsk } from "../api/use-ask";
import { FaultNotice, Loading } from "../parts/states";
import { ThingPage } from "../parts/thing-page";

/** One of them: where it stands, and who uses it as far as sources say so. */
export function Component() {
  const { ref = "" } = useParams();
  const { data, fault, again } = useAsk("Loss", LossDocument, { ref });
  if (fault) return <FaultNotice fault={fault} again={again} />;
  const thing = data?.lossFunction;
  if (!thing) return <Loading />;
  return (
    <ThingPage
      kind="Loss functions"
      address="/losses"
      thing={thing}
      usedBy={(basis) => ({ lossFunction: { within: [thing.slug], basis } })}
    />
  );
}
