import { nameKey } from "../../common/name-key";
import type { Problem } from "../problem";
import type { AdoptedNames } from "./adopted-names";
import { type Decision, inPlaces } from "./decision";
import type { PlacedMatch } from "./name-match";
import type { NameStore, NameText } from "./name-store";
import type { NamedKind } from "./named-kind";
import type { NamingOptions } from "./naming-options";
import type { NearName } from "./naming-report";
import { areApart } from "./paper-facts";
import { paperName } from "./paper-index";
import { judgeUnknown, type UnknownName } from "./unknown-names";

interface Kind {
  kind: NamedKind;
  decisions: Pick<Decision, "fault" | "place" | "places">[];
  unknown: UnknownName[];
  /** Matches that give a name to nothing. */
  lost: PlacedMatch[];
  names(): AsyncIterable<NameText[]> | Iterable<NameText[]>;
}

/** What can be said of names only at the end of an import: one problem for each name, with the count of its places. */
export async function finalProblems(
  names: AdoptedNames,
  { names: store, mode }: NamingOptions,
): Promise<{ problems: Problem[]; near: NearName[] }> {
  const problems: Problem[] = [
    ...names.submitters.problems(),
    ...names.metrics.problems(),
    ...names.boards.problems(),
    ...names.papers.problems(),
  ];
  const near: NearName[] = [];
  for (const { kind, decisions, unknown, lost, ...known } of kindsOf(names, store)) {
    for (const { fault, place, places } of decisions) {
      if (fault) problems.push({ ...place, message: `${fault}${inPlaces(places)}` });
    }
    const judged = await judgeUnknown(kind, unknown, known.names(), mode);
    problems.push(...judged.problems);
    near.push(...judged.near);
    const refs = lost.map(({ ref, place }) => ({ name: ref, slug: "", place, places: 1 }));
    problems.push(...(await judgeUnknown(kind, refs, known.names(), "strict")).problems);
  }
  return { problems, near };
}

function isUnknown({ how, fault, places }: Decision): boolean {
  return how === "created" && !fault && places > 0;
}

function kindsOf(names: AdoptedNames, store: NameStore): Kind[] {
  const things = [...names.things, names.leaderboards].map((each): Kind => {
    const decisions = [...each.decisions.values()];
    const isLost = ({ ref }: PlacedMatch) =>
      each.meant(nameKey(ref)).length === 0 &&
      ((decision) => !decision || (decision.how === "created" && decision.places === 0))(
        each.decisions.get(nameKey(ref)),
      );
    return {
      kind: each.kind,
      decisions,
      unknown: decisions.filter(isUnknown),
      lost: [...each.matches.values()].filter(isLost),
      names: () => store.names(each.kind as never),
    };
  });
  return [...things, metricsOf(names), papersOf(names, store)];
}

function metricsOf({ metrics }: AdoptedNames): Kind {
  const used = [...metrics.used.values()];
  return {
    kind: "Metric",
    decisions: used,
    unknown: used
      .filter(isUnknown)
      .map((metric) => ({ ...metric, isApart: (known) => known.unit !== metric.unit })),
    lost: [...metrics.matches.values()].filter(({ ref }) => metrics.meant(ref).length === 0),
    names: () => [metrics.all().map((metric) => ({ ...metric, text: metric.name }))],
  };
}

function papersOf({ papers }: AdoptedNames, store: NameStore): Kind {
  const used = papers.used();
  return {
    kind: "Paper",
    decisions: used,
    unknown: used
      .filter(({ how, fault }) => how === "created" && !fault)
      .map(({ facts, slug = "", place, places, ...state }) => ({
        name: paperName({ facts, slug, place, places, ...state }),
        slug,
        place,
        places,
        arxivId: facts.arxivId,
        doi: facts.doi,
        isApart: (known) => !facts.title || areApart(known, facts),
      })),
    lost: [...papers.matches.values()].filter(
      ({ ref }) => papers.rows(ref).length === 0 && papers.titled(ref).length === 0,
    ),
    names: () => store.names("Paper"),
  };
}
