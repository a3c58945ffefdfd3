import "reflect-metadata";
import { Cancellation, callerLeft } from "../../../src/common/cancellation";
import { Unavailable } from "../../../src/common/errors";
import { FigureFormat } from "../../../src/common/figure-format";
import type { RequestContext } from "../../../src/db/request-context";
import type { WrittenFigure } from "../../../src/domain/figure/figure.types";
import { drawn, endThreads } from "../../../src/exporters/figures/threads";
import { FigureTextResolver } from "../../../src/graph/figure-text.resolver";
import { STYLE, scatter } from "../../support/figures";

afterAll(() => endThreads());

const asked = (work?: Cancellation) =>
  drawn({ figure: scatter, format: FigureFormat.VEGA_LITE, style: STYLE }, work).then(
    () => "drawn",
    (error: unknown) => error,
  );

test("whoever leaves makes room for others, and what is being drawn already is finished", async () => {
  const first = new Cancellation();
  const others = new Cancellation();
  const begun = asked(first);
  const waiting = Array.from({ length: 29 }, () => asked(others));
  expect(await asked()).toBeInstanceOf(Unavailable);
  others.cancel(callerLeft());
  for (const left of await Promise.all(waiting)) expect(left).toBe(others.reason);
  const late = asked();
  first.cancel(callerLeft());
  expect(await Promise.all([begun, late])).toEqual(["drawn", "drawn"]);
  expect(await asked(first)).toBe(first.reason);
});

test("a figure of a query is not drawn any more when its caller has left", async () => {
  const work = new Cancellation();
  work.cancel(callerLeft());
  const written = { figure: scatter, format: FigureFormat.VEGA_LITE, style: STYLE } as WrittenFigure;
  const text = new FigureTextResolver().text(written, { work } as RequestContext);
  await expect(text).rejects.toBe(work.reason);
});

test("those who wait are drawn after one that fails", async () => {
  const broken = drawn({ figure: {} as never, format: FigureFormat.SVG, style: STYLE });
  const after = [asked(), asked()];
  await expect(broken).rejects.toThrow();
  expect(await Promise.all(after)).toEqual(["drawn", "drawn"]);
});
