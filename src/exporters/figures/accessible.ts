import { escapeMarkup } from "../../common/escape-markup";
import type { Figure } from "../../common/figure";

const millimetres = (length: number) => `${Number(length.toFixed(2))}mm`;

/**
 * Gives a drawing of outlines its size on paper, and a title and a description as text for those who do not see it. Hundredths
 * of a pixel are as fine as anybody prints; more would double its size.
 */
export function accessible(
  svg: string,
  { title, description }: Pick<Figure, "title" | "description">,
  { width, height }: { width: number; height: number },
): string {
  const root = `<svg role="img" aria-label="${escapeMarkup(title)}" width="${millimetres(width)}" height="${millimetres(height)}"`;
  const texts = `<title>${escapeMarkup(title)}</title><desc>${escapeMarkup(description)}</desc>`;
  return svg
    .replace(/\n\s*/g, "")
    .replace(/-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))))
    .replace(/^<svg width="[\d.]+" height="[\d.]+"([^>]*)>/, (_, rest: string) => `${root}${rest}>${texts}`);
}
