import { draw } from "./draw";

/** What the threads for drawings do. */
export default draw;
