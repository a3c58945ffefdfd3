import { loadRecords } from "../../src/importers/load";
import { expectedFacet, GROUPINGS, type GroupBy, nameOf } from "../support/oracle/groups";
import { population } from "../support/oracle/population";
import { selected } from "../support/oracle/ranking";
import { matches, type Where } from "../support/oracle/where";
import { readWorld, type World } from "../support/oracle/world";
import { startTestService, type TestService } from "../support/test-service";

interface Facet {
  groupBy: GroupBy;
  groups: { key: string; label: string; count: number }[];
  unknownCount: number;
}

const FIELDS = "groupBy groups { key label count } unknownCount";

const LIST = `query ($where: SubmissionWhere, $groupBy: [Grouping!]!) {
  submissions(where: $where, first: 1) { totalCount facets(groupBy: $groupBy) { ${FIELDS} } } }`;

const RANKING = `query ($board: String!, $split: String, $where: SubmissionWhere, $asOf: Date, $groupBy: [Grouping!]!) {
  leaderboard(ref: $board) { ranking(split: $split, where: $where, asOf: $asOf, first: 1) {
    totalCount facets(groupBy: $groupBy) { ${FIELDS} } } } }`;

/** The filter that finds the submissions of one group, where there is one. */
const MEMBER: Partial<Record<GroupBy, (key: string) => Where>> = {
  ORGANISATION: (key) => ({ organisation: { is: key } }),
  LOSS_FUNCTION: (key) => ({ lossFunction: { is: key } }),
  BACKBONE: (key) => ({ backbone: { is: key } }),
  TRAINING_DATASET: (key) => ({ trainingDataset: { is: key } }),
  TRAINING_SCALE: (key) => ({ trainingScale: { is: key } }),
  YEAR: (key) => ({ submittedOn: { gte: `${key}-01-01`, lte: `${key}-12-31` } }),
  MONTH: (key) => ({ and: [{ submittedOn: { gte: `${key}-01` } }, { submittedOn: { lt: nextMonth(key) } }] }),
  TEST_SET_CLEANING: (key) => ({ testSetCleaning: { is: key } }),
  DESCRIBED: (key) => ({ described: { is: key === "true" } }),
};

/** The filter that finds what is not known of each grouping. */
const UNKNOWN: Record<GroupBy, Where> = {
  ORGANISATION: { organisation: { known: false } },
  LOSS_FUNCTION: { lossFunction: { known: false } },
  LOSS_FAMILY: { lossFunction: { known: false } },
  BACKBONE: { backbone: { known: false } },
  BACKBONE_FAMILY: { backbone: { known: false } },
  TRAINING_DATASET: { trainingDataset: { known: false } },
  TRAINING_SCALE: { trainingScale: { known: false } },
  YEAR: { submittedOn: { known: false } },
  MONTH: { submittedOn: { known: false } },
  TEST_SET_CLEANING: { testSetCleaning: { known: false } },
  DESCRIBED: { or: [] },
};

function nextMonth(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
}

describe.each(["a made population", "the default data"])("facets of %s", (data) => {
  let service: TestService;
  let world: World;
  const made = data === "a made population";
  const boards = made ? ["up", "down"] : ["megaface-identification"];
  const filters: Where[] = [
    {},
    { described: { is: true } },
    { not: { trainingScale: { is: "LARGE" } } },
    { lossFunction: { within: made ? "margin" : "softmax" } },
    { or: [] },
  ];
  beforeAll(async () => {
    service = await startTestService(made ? "empty" : "seeded");
    if (made) await loadRecords(service.dataSource, population(5));
    world = await readWorld(service.dataSource);
  });
  afterAll(async () => {
    expect(service.logged).toEqual([]);
    await service.close();
  });

  /** The facets with the labels that the oracle can know; all others only have to be there. */
  function labelled(facets: Facet[]) {
    return facets.map(({ groups, ...facet }) => ({
      ...facet,
      groups: groups.map(({ key, label, count }) => {
        expect(label).toBe(nameOf(world, facet.groupBy, key) ?? label);
        expect(label).not.toBe("");
        return { key, count };
      }),
    }));
  }

  // Kinds of cleaning and of description are listed by labels that the tables do not hold: their order is not looked at.
  function sorted(facets: { groupBy: GroupBy; groups: { key: string; count: number }[] }[]) {
    return facets.map((facet) =>
      ["TEST_SET_CLEANING", "DESCRIBED"].includes(facet.groupBy)
        ? { ...facet, groups: [...facet.groups].sort((a, b) => (a.key < b.key ? -1 : 1)) }
        : facet,
    );
  }

  it("count the groups of a list of submissions as worked out from the rows", async () => {
    for (const where of filters) {
      const entries = world.entries.filter((entry) => matches(world, where, entry));
      const { submissions } = await service.data(LIST, { where, groupBy: GROUPINGS });
      expect(submissions.totalCount).toBe(entries.length);
      expect(sorted(labelled(submissions.facets))).toEqual(
        sorted(GROUPINGS.map((groupBy) => expectedFacet(world, entries, groupBy))),
      );
    }
  });

  it("count the groups of a ranking as worked out from the rows", async () => {
    for (const board of boards) {
      const split = world.defaultSplit.get(board) as string;
      for (const selection of [
        ...filters.map((where) => ({ where })),
        { where: { score: { gt: 60 } }, asOf: "2018-01-31" },
      ]) {
        const entries = selected(world, board, split, selection).map((row) => row.entry);
        const { ranking } = (await service.data(RANKING, { board, ...selection, groupBy: GROUPINGS }))
          .leaderboard;
        expect(ranking.totalCount).toBe(entries.length);
        expect(sorted(labelled(ranking.facets))).toEqual(
          sorted(GROUPINGS.map((groupBy) => expectedFacet(world, entries, groupBy))),
        );
      }
    }
  });

  it.each(GROUPINGS)("by %s count what filtering by each group finds", async (groupBy) => {
    const where = { not: { name: { contains: made ? "1" : "face" } } };
    const [board] = boards;
    const find = async (query: string, group: Where) => {
      const found = await service.data(query, { board, where: { and: [where, group] }, groupBy: [] });
      return (found.submissions ?? found.leaderboard.ranking).totalCount;
    };
    for (const query of [LIST, RANKING]) {
      const found = await service.data(query, { board, where, groupBy: [groupBy] });
      const [facet]: Facet[] = (found.submissions ?? found.leaderboard.ranking).facets;
      for (const { key, count } of facet.groups) {
        const member = MEMBER[groupBy];
        if (member) expect([key, await find(query, member(key))]).toEqual([key, count]);
      }
      expect(await find(query, UNKNOWN[groupBy])).toBe(facet.unknownCount);
    }
  });

  it("are given one for each grouping in the order asked for, and none for none", async () => {
    const groupBy = ["YEAR", "DESCRIBED", "YEAR"];
    const { submissions } = await service.data(LIST, { groupBy });
    expect(submissions.facets.map((facet: Facet) => facet.groupBy)).toEqual(groupBy);
    expect(submissions.facets[2]).toEqual(submissions.facets[0]);
    const years = submissions.facets[0].groups.map((group: { key: string }) => group.key);
    expect(years).toEqual([...new Set(years)].sort());
    const none = await service.data(LIST, { groupBy: [] });
    expect(none.submissions.facets).toEqual([]);
  });
});
