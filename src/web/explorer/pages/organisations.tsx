import { OrganisationsDocument, type OrganisationsQuery } from "../api/operations";
import { usePages } from "../api/use-pages";
import { PageHead } from "../parts/page-head";
import { NameFilter, ThingList, useNameCondition } from "../parts/thing-list";

const PAGE = 100;
const listOf = (data: OrganisationsQuery) => data.organisations;

/** Names under which submitters are listed. Not every one of them is an organisation. */
export const KINDS = {
  ORGANISATION: "",
  METHOD: "name of a method; the source does not say who stands behind it",
  PERSON: "a person; the source names no organisation",
};

/** Who submitted, the most frequent first. */
export function Component() {
  const name = useNameCondition();
  const where = name && { name };
  const list = usePages("Organisations", OrganisationsDocument, { where, first: PAGE }, listOf);
  return (
    <>
      <PageHead title="Organisations">
        <p className="lead">Who submitted, by number of submissions.</p>
      </PageHead>
      <NameFilter what="Organisations" />
      <ThingList
        list={list}
        address="/organisations"
        counted="submissions"
        lineOf={({ submissions, nameKind, ...thing }) => ({
          ...thing,
          count: submissions.totalCount,
          note: KINDS[nameKind],
        })}
      />
    </>
  );
}
