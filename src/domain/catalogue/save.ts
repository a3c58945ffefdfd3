import { type EntityManager, type EntityTarget, In, type ObjectLiteral } from "typeorm";
import { type Changes, reconcile } from "../../db/reconcile";

/** A write refers to something that is not there. */
export class UnknownReference extends Error {
  constructor(
    readonly place: string,
    readonly slug: string,
    what: string,
    known: string[],
  ) {
    const near = known.length ? ` Known are, among others: ${known.slice(0, 5).join(", ")}.` : "";
    super(`${place}: there is no ${what} "${slug}".${near}`);
    this.name = "UnknownReference";
  }
}

/** Saves rows that are told apart by their slug, and leaves all others alone. */
export async function saveBySlug<Row extends ObjectLiteral & { slug: string }>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  wanted: Partial<Row>[],
): Promise<Changes> {
  const slugs = wanted.map((row) => row.slug as string);
  const existing = await manager.find(entity, { where: { slug: In(slugs) } as never });
  return reconcile(manager, entity, { existing, wanted, key: (row) => row.slug ?? "", removeOthers: false });
}

/** Looks slugs up; throws UnknownReference for one that is not there. */
export class SlugIndex {
  private constructor(
    private readonly what: string,
    private readonly ids: Map<string, number>,
  ) {}

  static async of<Row extends ObjectLiteral & { id: number; slug: string }>(
    manager: EntityManager,
    entity: EntityTarget<Row>,
    what: string,
  ): Promise<SlugIndex> {
    return SlugIndex.from(what, await manager.find(entity, { select: { id: true, slug: true } as never }));
  }

  /** An index of the given rows. */
  static from(what: string, rows: { id: number; slug: string }[]): SlugIndex {
    return new SlugIndex(what, new Map(rows.map((row) => [row.slug, row.id])));
  }

  /** The id of the thing with this slug. `place` says where the reference stands. */
  id(slug: string, place: string): number {
    const id = this.ids.get(slug);
    if (id === undefined) throw new UnknownReference(place, slug, this.what, [...this.ids.keys()]);
    return id;
  }

  /** The same for a reference that may be missing. */
  optionalId(slug: string | undefined, place: string): number | null {
    return slug === undefined ? null : this.id(slug, place);
  }
}
