import { nameKey } from "../../common/name-key";
import type { AdoptedNames } from "./adopted-names";
import type { Decision } from "./decision";
import type { NamedKind } from "./named-kind";
import type { AliasedName, CreatedName, NamingReport, NearName } from "./naming-report";
import { paperName } from "./paper-index";

/** Says what was decided of the names of an import. */
export function finalReport(names: AdoptedNames, near: NearName[]): NamingReport {
  const report: NamingReport = {
    created: [],
    aliased: [],
    near,
    takenApart: names.submitters.takenApart(),
    submissions: { ...names.submissions.counts },
  };
  for (const { kind, decisions } of [...names.things, names.leaderboards]) {
    for (const decision of decisions.values()) note(report, kind, decision);
  }
  for (const metric of names.metrics.used.values()) note(report, "Metric", metric);
  for (const paper of names.papers.used()) {
    const { slug = "", place, places, how, known } = paper;
    const about = { kind: "Paper" as const, name: paperName(paper), slug, place, places };
    if (how === "created") report.created.push(about);
    else if (known && nameKey(about.name) !== nameKey(known.name)) {
      const by = how === "match" ? how : known.via === "name" ? "identifier" : known.via;
      report.aliased.push({ ...about, known: known.name, by });
    }
  }
  return report;
}

function note(report: NamingReport, kind: NamedKind, decision: Decision): void {
  const { name, slug, how, known, ownName, place, places } = decision;
  if (places === 0) return;
  const about: CreatedName = { kind, name, slug, place, places };
  if (how === "created") report.created.push(about);
  if (how !== "alias" && how !== "slug" && how !== "match") return;
  report.aliased.push({ ...about, known: ownName ?? known?.name ?? slug, by: how } satisfies AliasedName);
}
