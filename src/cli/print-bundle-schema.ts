import { publishedSchema } from "../importers/bundle/published-schema";

process.stdout.write(`${JSON.stringify(publishedSchema(), null, 2)}\n`);
