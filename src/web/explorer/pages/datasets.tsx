import { DatasetsDocument, type DatasetsQuery } from "../api/operations";
import { usePages } from "../api/use-pages";
import { PageHead } from "../parts/page-head";
import { NameFilter, ThingList, useNameCondition } from "../parts/thing-list";

const PAGE = 100;
const listOf = (data: DatasetsQuery) => data.trainingDatasets;

/** What models were trained on, the most frequent first. */
export function Component() {
  const name = useNameCondition();
  const where = name && { name };
  const list = usePages("Datasets", DatasetsDocument, { where, first: PAGE }, listOf);
  return (
    <>
      <PageHead title="Training data">
        <p className="lead">
          By number of submissions that state or inherit its use. Most do not say what they use.
        </p>
      </PageHead>
      <NameFilter what="Datasets" />
      <ThingList
        list={list}
        address="/datasets"
        counted="submissions"
        lineOf={({ submissions, description, ...thing }) => ({
          ...thing,
          count: submissions.totalCount,
          note: description,
        })}
      />
    </>
  );
}
