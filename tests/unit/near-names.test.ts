import { slugify } from "../../src/common/slugify";
import { NearNames } from "../../src/importers/naming/near-names";
import { slugChoices } from "../../src/importers/naming/slug";

function isNear(one: string, other: string): boolean {
  const names = new NearNames<string>();
  names.add(one, one);
  return names.nearTo(other).length > 0;
}

describe("near names", () => {
  it.each([
    ["resnet50", "ResNet-50"],
    ["RestNet", "ResNet"],
    ["RestNet-50", "ResNet50"],
    ["MobileFaceNets", "MobileFaceNet"],
    ["CISIA-WebFace", "CASIA-WebFace"],
    ["Bohné Lab", "Bohne lab"],
    ["数据集 一", "数据集一"],
  ])("%s is near %s, both ways", (one, other) => {
    expect(isNear(one, other)).toBe(true);
    expect(isNear(other, one)).toBe(true);
  });

  it.each([
    ["ResNet-50", "ResNet-101"],
    ["ResNet-50", "ResNet-150"],
    ["ResNet-50", "ResNet-152"],
    ["ImageNet v1", "ImageNet v2"],
    ["VGGFace", "VGGFace2"],
    ["Casia", "Cisia"],
    ["ResNet", "ResNe"],
    ["NYUv2: MSE", "NYUv2: RMSE"],
    ["COCO: AP", "COCO: mAP"],
    ["Challenge Set A", "Challenge Set B"],
    ["SphereFace", "SphereNets"],
    ["数据集一", "数据集二"],
    ["+++", "***"],
  ])("%s is not near %s, either way", (one, other) => {
    expect(isNear(one, other)).toBe(false);
    expect(isNear(other, one)).toBe(false);
  });
});

describe("slugs", () => {
  it.each([
    ["ResNet-50 (v1.5)", "resnet-50-v1-5"],
    ["  Bohné & Söhne ", "bohne-sohne"],
    ["ﬁne Ｗide", "fine-wide"],
    ["数据集", ""],
  ])("makes of %s %s", (name, slug) => {
    expect(slugify(name)).toBe(slug);
  });

  test("a name without Latin letters or digits has only a hashed slug, always the same", () => {
    const [slug, ...others] = slugChoices("数据集", "Backbone\n数据集");
    expect(slug).toMatch(/^x-[0-9a-f]{8}$/);
    expect(others).toEqual([]);
    expect(slugChoices("数据集", "Backbone\n数据集")).toEqual([slug]);
  });

  test("a very long name is cut at a word and hashed", () => {
    const [slug] = slugChoices("word ".repeat(100), "identity");
    expect(slug).toMatch(/^(word-)+[0-9a-f]{8}$/);
    expect(slug.length).toBeLessThan(130);
  });
});
