import { Ctx, FieldResolver, Float, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../db/request-context";
import { WrittenFigure } from "../domain/figure/figure.types";
import type { Drawn } from "../exporters/figures/draw";
import { figureForms } from "../exporters/figures/forms";
import { drawn } from "../exporters/figures/threads";
import { safeFileName } from "../exporters/tables/file-name";

const drawings = new WeakMap<WrittenFigure, Promise<Drawn>>();

/** The drawing of a figure, which is made once, when any part of it is asked for. */
function drawingOf(written: WrittenFigure, { work }: RequestContext): Promise<Drawn> {
  let drawing = drawings.get(written);
  if (!drawing) {
    const { figure, format, style } = written;
    drawing = drawn({ figure, format, style }, work);
    drawings.set(written, drawing);
  }
  return drawing;
}

/** Has the figures drawn that the domain fills: only here do domain and drawing meet. */
@Resolver(() => WrittenFigure)
export class FigureTextResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "The specification or the SVG; null of a PNG.",
  })
  async text(@Root() written: WrittenFigure, @Ctx() context: RequestContext): Promise<string | null> {
    return (await drawingOf(written, context)).text;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The picture in Base64; null of what is text.",
  })
  async data(@Root() written: WrittenFigure, @Ctx() context: RequestContext): Promise<string | null> {
    const { data } = await drawingOf(written, context);
    return data && Buffer.from(data).toString("base64");
  }

  @FieldResolver(() => Float, {
    description: "How wide it is, in millimetres; of a specification, when it is drawn here.",
  })
  async width(@Root() written: WrittenFigure, @Ctx() context: RequestContext): Promise<number> {
    return (await drawingOf(written, context)).width;
  }

  @FieldResolver(() => Float, {
    description: "How high it is, in millimetres; of a specification, when it is drawn here.",
  })
  async height(@Root() written: WrittenFigure, @Ctx() context: RequestContext): Promise<number> {
    return (await drawingOf(written, context)).height;
  }

  @FieldResolver(() => String, {
    description:
      "What a file of it may be called on any system: lower-case ASCII letters, digits and hyphens.",
  })
  fileName(@Root() { format, figure }: WrittenFigure): string {
    return safeFileName(figure.name, figureForms[format].extension);
  }

  @FieldResolver(() => String, { description: "Its media type, for `Content-Type`." })
  mediaType(@Root() { format }: WrittenFigure): string {
    return figureForms[format].mediaType;
  }
}
