import { LossesDocument } from "../api/operations";
import { useAsk } from "../api/use-ask";
import { PageHead } from "../parts/page-head";
import { FaultNotice, Loading } from "../parts/states";
import { Tree } from "../parts/tree";

const MOST = 200;

/** All of them as a tree: what is a case of what. */
export function Component() {
  const { data, fault, again } = useAsk("Loss functions", LossesDocument, { first: MOST });
  if (fault) return <FaultNotice fault={fault} again={again} />;
  return (
    <>
      <PageHead title="Loss functions">
        <p className="lead">
          As a tree, each with the number of submissions that state or inherit it or anything under it.
        </p>
      </PageHead>
      {data ? <Tree nodes={data.lossFunctions.nodes} address="/losses" /> : <Loading />}
      {data && data.lossFunctions.totalCount > MOST && (
        <p className="note">
          {MOST} of {data.lossFunctions.totalCount} are shown.
        </p>
      )}
    </>
  );
}
