import type { TestService } from "./test-service";

interface ClaimData {
  basis: string;
  modified: boolean;
  term: string;
  thing: { name: string } | null;
  inheritedFrom: { slug: string } | null;
  source: { line: number };
}

/** What a submission is said to have used, each claim in one line of text. */
export interface Method {
  losses: string[];
  backbones: string[];
  data: string[];
  cleaning: string;
  cites: string[];
}

const CLAIM = "basis modified term source { line } inheritedFrom { slug }";

/** `STATED ArcFace (modified) :187`; a claim that names nothing shows its words: `VAGUE "a combined loss" :63`. */
function shown({ basis, modified, term, thing, inheritedFrom, source }: ClaimData): string {
  const what = thing ? thing.name : `"${term}"`;
  const from = inheritedFrom ? ` < ${inheritedFrom.slug}` : "";
  return `${basis} ${what}${modified ? " (modified)" : ""} :${source.line}${from}`;
}

/** Asks for everything that is known of a submission's method. */
export async function methodOf(service: TestService, ref: string): Promise<Method> {
  const { submission } = await service.data(
    `query ($ref: String!) { submission(ref: $ref) {
      lossFunctions { ${CLAIM} thing: lossFunction { name } }
      backbones { ${CLAIM} thing: backbone { name } }
      trainingDatasets { ${CLAIM} thing: trainingDataset { name } }
      testSetCleaning { kind basis }
      citedPapers { paper { slug } source { line } }
    } }`,
    { ref },
  );
  const { kind, basis } = submission.testSetCleaning;
  type Citation = { paper: { slug: string }; source: { line: number } };
  return {
    losses: submission.lossFunctions.map(shown),
    backbones: submission.backbones.map(shown),
    data: submission.trainingDatasets.map(shown),
    cleaning: basis ? `${kind} ${basis}` : kind,
    cites: submission.citedPapers.map(({ paper, source }: Citation) => `${paper.slug} :${source.line}`),
  };
}

/** The reference of the description that lost its name and begins at a line. */
export const unnamed = (line: number) => `megaface-unnamed-line-${line}`;
