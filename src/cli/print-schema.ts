import { printSortedSchema } from "../graph/print-schema";
import { createSchema } from "../graph/schema";

process.stdout.write(printSortedSchema(createSchema()));
