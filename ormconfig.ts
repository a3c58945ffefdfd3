import { loadConfig } from "./src/config";
import { createDataSource } from "./src/graph/data-source";

const { databaseUrl = "", databasePoolSize } = loadConfig();

/** The store that DATABASE_URL names, for TypeORM's command line (`npm run typeorm -- migration:show`). */
export default createDataSource({ url: databaseUrl, poolSize: databasePoolSize });
