import { type EntityManager, type EntityTarget, In, type ObjectLiteral } from "typeorm";
import { nearest } from "../../common/nearest";
import { type Changes, reconcile } from "../../db/reconcile";

/** A write refers to something that is not there. */
export class UnknownReference extends Error {
  constructor(
    readonly place: string,
    readonly slug: string,
    what: string,
    known: string[],
  ) {
    super(`${place}: there is no ${what} "${slug}".${hint(slug, known)}`);
    this.name = "UnknownReference";
  }
}

/** So many known slugs are all named when none of them is near. */
const FEW = 10;

function hint(slug: string, known: string[]): string {
  const near = nearest(slug, known);
  if (near.length) return ` Did you mean ${near.map((each) => `"${each}"`).join(" or ")}?`;
  return known.length > 0 && known.length <= FEW ? ` Known are: ${known.join(", ")}.` : "";
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

  /**
   * The id of the thing with this slug. `place` says where the reference stands; `coming` are slugs that the same
   * write saves, which a wrong one may have been meant for.
   */
  id(slug: string, place: string, coming: readonly string[] = []): number {
    const id = this.ids.get(slug);
    if (id !== undefined) return id;
    throw new UnknownReference(place, slug, this.what, [...new Set([...this.ids.keys(), ...coming])]);
  }

  /** The same as `id` for a reference that may be missing. */
  optionalId(slug: string | undefined, place: string, coming?: readonly string[]): number | null {
    return slug === undefined ? null : this.id(slug, place, coming);
  }
  /** The slug of the thing with this id, which must be there. */
  slug(id: number): string {
    for (const [slug, known] of this.ids) if (known === id) return slug;
    throw new Error(`There is no ${this.what} with the id ${id}.`);
  }
}
