import { type FieldNode, type FragmentDefinitionNode, Kind, parse } from "graphql";
import { Selection } from "../../src/common/selection";

/** The selection of the first field of a document. */
function selectionOf(text: string): Selection {
  const { definitions } = parse(text);
  const fragments: Record<string, FragmentDefinitionNode> = {};
  let field: FieldNode | undefined;
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
    if (definition.kind === Kind.OPERATION_DEFINITION)
      field = definition.selectionSet.selections[0] as FieldNode;
  }
  return Selection.of({ fieldNodes: [field as FieldNode], fragments });
}

it("finds fields by their names, however deep and under whatever alias", () => {
  const selection = selectionOf("{ a { other: b { c { d } } } }");
  expect(selection.under("b")?.under("c")?.under("d")).toBeInstanceOf(Selection);
  expect(selection.under("other")).toBeNull();
  expect(selection.under("b")?.under("d")).toBeNull();
});

it("looks into fragments, also into those that come again", () => {
  const selection = selectionOf(
    "{ a { ... on X { b { c } } ...F } } fragment F on X { e { ...G } ...F } fragment G on Y { f }",
  );
  expect(selection.under("b")?.under("c")).toBeInstanceOf(Selection);
  expect(selection.under("e")?.under("f")).toBeInstanceOf(Selection);
});

it("puts together what several places ask of one field", () => {
  const selection = selectionOf("{ a { b(x: 1) { c } again: b { d } } }");
  expect(selection.under("b")?.under("c")).toBeInstanceOf(Selection);
  expect(selection.under("b")?.under("d")).toBeInstanceOf(Selection);
});

it("knows whether some place asks without arguments", () => {
  expect(selectionOf("{ a { b(x: 1) { c } again: b { d } } }").under("b")?.isPlain).toBe(true);
  expect(selectionOf("{ a { b(x: 1) { c } } }").under("b")?.isPlain).toBe(false);
});
