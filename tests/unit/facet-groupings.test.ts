import { Database } from "../../src/db/database";
import { raw } from "../../src/db/sql";
import { countFacets } from "../../src/domain/facet/facet.queries";
import { EACH_GROUPING, Grouping } from "../../src/domain/facet/grouping";

it("facets are not computed for more groupings than their cost is reckoned with", async () => {
  const query = jest.fn().mockResolvedValue({ rows: [] });
  const count = (groupings: number) =>
    countFacets(new Database({ query }), [1], Array(groupings).fill(Grouping.YEAR), raw(""));
  expect((await count(EACH_GROUPING.most)).get(1)).toHaveLength(EACH_GROUPING.most);
  await expect(count(EACH_GROUPING.most + 1)).rejects.toMatchObject({
    extensions: { code: "BAD_USER_INPUT", argument: "groupBy" },
  });
  expect(query).toHaveBeenCalledTimes(1);
});
