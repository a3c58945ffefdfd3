import { nameKey } from "../../common/name-key";
import { Basis } from "../../domain/claim/basis";
import type { NamedClaim, NamedSubmission } from "../named-result";
import type { Place } from "../problem";
import type { Vocabulary } from "../vocabulary";
import type { FoundCollection } from "./collections";
import type { Part } from "./part";

type Claims = Pick<NamedSubmission, "lossFunctions" | "backbones" | "trainingDatasets">;

/** Where to look for what a model was made of; what the model says itself replaces what holds for more than it. */
export interface ClaimSources {
  model: Part;
  collection: FoundCollection | undefined;
  cardDatasets: Part | undefined;
}

const ARCHITECTURE = ["architecture", "architectures"];
const TRAINING_DATA = ["training data", "training dataset", "training datasets"];

/**
 * Reads claims. Architecture tags that are known as names of losses are losses. Of several tags most are parts of a
 * network and not the backbone: no one can tell which is, so that all are only mentioned.
 */
export class ClaimReader {
  private readonly losses: ReadonlySet<string>;

  constructor(vocabulary: Vocabulary) {
    const keys = (kind: string) =>
      vocabulary.filter((term) => term.kind === kind).flatMap(({ names }) => names.map(nameKey));
    const backbones = new Set(keys("Backbone"));
    this.losses = new Set(keys("LossFunction").filter((key) => !backbones.has(key)));
  }

  read(sources: ClaimSources): Claims {
    const tags = claimed(sources, ARCHITECTURE);
    const isLoss = ({ name = "" }: NamedClaim) => this.losses.has(nameKey(name));
    const architectures = tags.filter((tag) => !isLoss(tag));
    const claims = {
      lossFunctions: tags.filter(isLoss),
      backbones: architectures.length === 1 ? architectures : architectures.map(mentioned),
      trainingDatasets: claimed(sources, TRAINING_DATA, sources.cardDatasets),
    };
    return Object.fromEntries(Object.entries(claims).filter(([, list]) => list.length));
  }
}

function mentioned(claim: NamedClaim): NamedClaim {
  return { ...claim, basis: Basis.MENTIONED };
}

function claimed({ model, collection }: ClaimSources, keys: string[], last?: Part): NamedClaim[] {
  const own = under(model, keys);
  if (own) return stated(own);
  const shared = collection && under(collection.part, keys);
  if (shared) return stated(shared, collection.referredAt);
  return last ? stated(last) : [];
}

function under(part: Part, keys: string[]): Part | undefined {
  return part.get("metadata")?.get(...keys) ?? part.get(...keys);
}

function stated(part: Part, place?: Place): NamedClaim[] {
  const claims = new Map<string, NamedClaim>();
  for (const item of part.items()) {
    const name = item.nameOfThing;
    if (name === null || claims.has(nameKey(name))) continue;
    claims.set(nameKey(name), { name, basis: Basis.STATED, term: name, place: place ?? item.place });
  }
  return [...claims.values()];
}
