import { DateScalar, isCalendarDate } from "../../src/common/date-scalar";
import { parseGlobalId, toGlobalId } from "../../src/common/global-id";
import { nameKey } from "../../src/common/name-key";
import { readArxivId, readDoi } from "../../src/domain/catalogue/kind";

const base64 = (text: string) => Buffer.from(text, "utf8").toString("base64url");

describe("the key by which names are compared", () => {
  it.each([
    ["upper case", "ArcFace", "arcface"],
    ["white space of any kind and length", "  Yang\u00a0 \t Sun\n", "yang sun"],
    ["full-width letters", "ＡｒｃＦａｃｅ", "arcface"],
    ["accents written in one character or two", "Bohne\u0301", "bohn\u00e9"],
    ["ligatures", "ﬁne", "fine"],
    ["nothing but white space", " \n", ""],
  ])("folds %s", (_, name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  it.each([
    ["BingMMLab V1", "BingMMLab-V1"],
    ["SIAT_MMLAB", "SIAT MMLAB"],
    ["Bohné", "Bohne"],
    ["ResNet-50", "ResNet50"],
  ])("keeps %s and %s apart", (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  it("stays the same when folded again", () => {
    const key = nameKey("  Ｖocord - DeepVo1 ﬁ ");
    expect(nameKey(key)).toBe(key);
  });
});

describe("a calendar date", () => {
  it.each(["1000-01-01", "2000-02-29", "2016-02-29", "2018-12-31", "9999-12-31"])("can be %s", (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  it.each([
    "1900-02-29",
    "2017-02-30",
    "2017-04-31",
    "2017-00-10",
    "2017-13-01",
    "2017-01-00",
    "0999-12-31",
    "2017-1-1",
    "12/31/2016",
    "2016-12-31T00:00:00Z",
    "2016-12-31\n",
    " 2016-12-31",
    "",
  ])("cannot be %j", (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });

  it("is a scalar that says what would be right", () => {
    expect(DateScalar.parseValue("2016-02-29")).toBe("2016-02-29");
    expect(() => DateScalar.parseValue("2017-02-30")).toThrow(
      '"2017-02-30" is not a calendar date. Write it as YYYY-MM-DD, for example "2016-12-31".',
    );
    expect(() => DateScalar.parseValue(20161231)).toThrow("20161231 is not a calendar date.");
  });
});

describe("a global id", () => {
  it("is read back as what it was made of", () => {
    expect(parseGlobalId(toGlobalId("Submission", 1))).toEqual({ type: "Submission", key: 1 });
    expect(parseGlobalId(toGlobalId("Score", 2_147_483_647))).toEqual({ type: "Score", key: 2_147_483_647 });
  });

  it.each([
    ["a word", "arcface"],
    ["nothing", ""],
    ["a key that no row has", base64("Score:0")],
    ["a negative key", base64("Score:-1")],
    ["a key that is too large", base64("Score:2147483648")],
    ["a key with a leading zero", base64("Score:01")],
    ["a fraction", base64("Score:1.5")],
    ["a type in lower case", base64("score:1")],
    ["more than an id", base64("Score:1 OR 1=1")],
    ["signs of another alphabet", "U2NvcmU6+/8="],
    ["a long text", "U".repeat(200)],
  ])("is not %s", (_, text) => {
    expect(parseGlobalId(text)).toBeNull();
  });
});

describe("an arXiv identifier", () => {
  it.each([
    ["1801.07698", "1801.07698"],
    ["arXiv:1801.07698v3", "1801.07698"],
    ["https://arxiv.org/abs/1801.07698", "1801.07698"],
    ["http://arxiv.org/pdf/1801.07698v1.pdf", "1801.07698"],
    ["  0704.0001 ", "0704.0001"],
    ["arXiv:hep-th/9901001", "hep-th/9901001"],
  ])("is read out of %s", (ref, id) => {
    expect(readArxivId(ref)).toBe(id);
  });

  it.each([
    "1801.076",
    "1801.076981",
    "180.107698",
    "ArcFace",
    "https://example.org/abs/1801.07698",
    "1801.07698 v2",
  ])("is not in %s", (ref) => expect(readArxivId(ref)).toBeNull());
});

describe("a DOI", () => {
  it.each([
    ["10.1109/CVPR.2016.90", "10.1109/cvpr.2016.90"],
    ["doi:10.5244/C.29.41", "10.5244/c.29.41"],
    ["https://doi.org/10.1109/CVPR.2019.00482", "10.1109/cvpr.2019.00482"],
    ["http://dx.doi.org/10.1007/978-3-319-46478-7_31", "10.1007/978-3-319-46478-7_31"],
  ])("is read out of %s, case apart", (ref, doi) => {
    expect(readDoi(ref)).toBe(doi);
  });

  it.each(["10.1109", "10.12/x", "11.1109/x", "10.1109/a b", "1801.07698"])("is not in %s", (ref) => {
    expect(readDoi(ref)).toBeNull();
  });
});
