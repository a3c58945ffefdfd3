import { useRef } from "react";
import type { Families } from "../address/facet-groups";
import { type Filters, whereOf } from "../address/filters";
import { FamiliesDocument, type FamiliesQuery, type SubmissionWhere } from "../api/operations";
import { useAsk } from "../api/use-ask";

const MOST = 200;

/** The conditions that filters make. */
export interface Conditions {
  where: SubmissionWhere | undefined;
  whereOf(filters: Filters): SubmissionWhere | undefined;
  /** False until everything is known that the filters need. */
  isReady: boolean;
}

/** Makes conditions of filters; for those of families, it asks what belongs to which. */
export function useWhere(filters: Filters): Conditions {
  const needsFamilies = filters.has("family") || filters.has("backbone");
  const { data, fault } = useAsk("Families", FamiliesDocument, { first: MOST }, { isPaused: !needsFamilies });
  const members = data ? membersOf(data) : undefined;
  const families: Families = (slug) => members?.get(slug) ?? [slug];
  const isReady = !needsFamilies || !!data || !!fault;
  const last = useRef<SubmissionWhere | undefined | null>(null);
  // Until it is known what belongs together, what was shown before stays.
  const before = last.current ?? undefined;
  const make = (of: Filters) => (isReady ? whereOf(of, families) : before);
  const where = make(filters);
  if (isReady) last.current = where;
  return { where, whereOf: make, isReady: isReady || last.current !== null };
}

function membersOf({ lossFunctions, backbones }: FamiliesQuery): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const { slug, isFamily, family } of [...lossFunctions.nodes, ...backbones.nodes]) {
    const nearest = isFamily ? slug : (family?.slug ?? slug);
    members.set(nearest, [...(members.get(nearest) ?? []), slug]);
  }
  return members;
}
