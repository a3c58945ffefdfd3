import { useParams } from "react-router";
import { DatasetDocument } from "../api/operations";
import { useAsk } from "../api/use-ask";
import { FaultNotice, Loading } from "../parts/states";
import { ThingPage } from "../parts/thing-page";

/** One of them: where it stands, and who uses it as far as sources say so. */
export function Component() {
  const { ref = "" } = useParams();
  const { data, fault, again } = useAsk("Dataset", DatasetDocument, { ref });
  if (fault) return <FaultNotice fault={fault} again={again} />;
  const thing = data?.trainingDataset;
  if (!thing) return <Loading />;
  return (
    <ThingPage
      kind="Training data"
      address="/datasets"
      thing={thing}
      usedBy={(basis) => ({ trainingDataset: { is: [thing.slug], basis } })}
    />
  );
}
