import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

type Collect = (options: { type: "minor" }) => void;

let collect: Collect | undefined;

/**
 * Has the memory of pictures given back that nobody holds any more. They are megabytes each outside of the heap, of which
 * its collector knows nothing: by itself it would let hundreds of them gather.
 */
export function freePictures(): void {
  if (!collect) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as Collect;
  }
  collect({ type: "minor" });
}
