import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode, visit } from "graphql";

/** How large a document is, in the ways in which a document can be too large. */
export interface DocumentShape {
  depth: number;
  aliases: number;
  directives: number;
  rootFields: number;
}

/** Measures a document that was parsed, valid or not. Takes time in proportion to its text. */
export function shapeOf(document: DocumentNode): DocumentShape {
  const shape = { depth: 0, aliases: 0, directives: 0, rootFields: 0 };
  visit(document, {
    Field: ({ alias }) => {
      if (alias) shape.aliases += 1;
    },
    Directive: () => {
      shape.directives += 1;
    },
  });
  const measures = new Measures(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const { depth, fields } = measures.of(definition.selectionSet);
    shape.depth = Math.max(shape.depth, depth);
    shape.rootFields = Math.max(shape.rootFields, fields);
  }
  return shape;
}

interface Measure {
  depth: number;
  /** Fields of its outermost level. */
  fields: number;
}

const NOTHING: Measure = { depth: 0, fields: 0 };

/** Measures selections; each fragment once, however often it is spread. */
class Measures {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<string, Measure>();

  constructor({ definitions }: DocumentNode) {
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  of({ selections }: SelectionSetNode): Measure {
    const whole = { ...NOTHING };
    for (const selection of selections) {
      const part =
        selection.kind === Kind.FIELD
          ? { depth: 1 + (selection.selectionSet ? this.of(selection.selectionSet).depth : 0), fields: 1 }
          : selection.kind === Kind.INLINE_FRAGMENT
            ? this.of(selection.selectionSet)
            : this.ofFragment(selection.name.value);
      whole.depth = Math.max(whole.depth, part.depth);
      whole.fields += part.fields;
    }
    return whole;
  }

  private ofFragment(name: string): Measure {
    const known = this.known.get(name);
    if (known) return known;
    // A fragment within itself is no valid one, which is for the validation to say.
    this.known.set(name, NOTHING);
    const fragment = this.fragments.get(name);
    const measure = fragment ? this.of(fragment.selectionSet) : NOTHING;
    this.known.set(name, measure);
    return measure;
  }
}
