import { crc32 } from "node:zlib";

const METRES_PER_INCH = 0.0254;

/** Behind the signature and the header, which always come first and have a fixed length. */
const BEHIND_HEADER = 33;

/** Says in a PNG how many dots it has for an inch, so that it has its size on paper. */
export function withDensity(png: Buffer, dpi: number): Buffer {
  const dots = Math.round(dpi / METRES_PER_INCH);
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write("pHYs", 4, "latin1");
  chunk.writeUInt32BE(dots, 8);
  chunk.writeUInt32BE(dots, 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  return Buffer.concat([png.subarray(0, BEHIND_HEADER), chunk, png.subarray(BEHIND_HEADER)]);
}
