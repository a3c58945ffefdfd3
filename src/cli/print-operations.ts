import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as documentsPlugin from "@graphql-codegen/typed-document-node";
import * as typesPlugin from "@graphql-codegen/typescript-operations";
import { parse } from "graphql";
import { packageFolder } from "../common/package";

const folder = path.join(packageFolder, "src/web/explorer/operations");

const CONFIG = {
  documentMode: "string",
  useTypeImports: true,
  skipTypename: true,
  enumType: "string-literal",
  scalars: { Date: "string" },
  dedupeFragments: true,
};

/** Writes the explorer's operations with their types as TypeScript, from the public schema and nothing else. */
export async function printOperations(): Promise<string> {
  const documents = readdirSync(folder).sort().map(read);
  const text = await codegen({
    filename: "operations.ts",
    schema: parse(readFileSync(path.join(packageFolder, "schema.graphql"), "utf8")),
    documents,
    config: CONFIG,
    plugins: [{ types: {} }, { documents: {} }],
    pluginMap: { types: typesPlugin, documents: documentsPlugin },
  });
  return `// Made by \`npm run operations\` from schema.graphql and the files in operations/.\n${text}`;
}

function read(name: string) {
  const location = path.join(folder, name);
  return { location, document: parse(readFileSync(location, "utf8")) };
}

if (require.main === module) printOperations().then((text) => process.stdout.write(text));
