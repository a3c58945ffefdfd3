/** What a venue is, as far as its name says it. */
export type VenueKind = "journal" | "conference" | "preprint" | "unknown";

const JOURNAL = /\b(journal|transactions|letters|magazine|review|annals|bulletin)\b/i;

const CONFERENCE = /\b(conference|proceedings|proc\.|symposium|workshops?|congress|meeting)/i;

const PREPRINT = /^(arxiv|corr)\b/i;

/** What is known by its letters: series of conferences and journals of the fields that measure by benchmarks. */
const CONFERENCES =
  "AAAI ACCV ACL AISTATS BMVC CCBR CIKM COLING COLT CoRL CVPR CVPRW EACL ECAI ECCV ECCVW ECML EMNLP FAccT FG ICANN ICASSP ICB ICCV ICCVW ICDAR ICDM ICIP ICLR ICML ICMR ICPR ICRA IJCAI IJCB IJCNN INTERSPEECH Interspeech IROS KDD LREC MICCAI MM MMM Multimedia NAACL NeurIPS NIPS RSS SIGGRAPH SIGIR UAI WACV WSDM WWW";
const JOURNALS = "IJCV JAIR JMLR PAMI TACL TASLP TBIOM TIFS TIP TMLR TMM TNNLS TPAMI";

const words = (list: string) => new RegExp(`(^|[\\s(/-])(${list.replaceAll(" ", "|")})($|[\\s)/,'-])`);

const CONFERENCE_LETTERS = words(CONFERENCES);
const JOURNAL_LETTERS = words(JOURNALS);

/** What a venue is by the words or letters of its name; nothing is guessed of any other. */
export function venueKind(venue: string): VenueKind {
  if (PREPRINT.test(venue)) return "preprint";
  if (CONFERENCE.test(venue) || CONFERENCE_LETTERS.test(venue)) return "conference";
  if (JOURNAL.test(venue) || JOURNAL_LETTERS.test(venue)) return "journal";
  return "unknown";
}

const YEAR_AT_END = /[\s,(]+((?:19|20)\d\d)\)?$/;

/** The year that stands at the end of a venue's name, such as `CVPR 2019`; null where there is none. */
export function yearOfVenue(venue: string): number | null {
  const year = YEAR_AT_END.exec(venue)?.[1];
  return year === undefined ? null : Number(year);
}

/** A journal's name without the year of the issue. */
export function journalName(venue: string): string {
  return venue.replace(YEAR_AT_END, "");
}
