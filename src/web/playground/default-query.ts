/** What a newcomer finds in the editor: a real question, which runs as it stands. */
export const DEFAULT_QUERY = `# Welcome to Scoregraph. Here is a first question;
# press the pink button, or Ctrl+Enter, to ask it:
#
#   Which ArcFace models beat 70 % on MegaFace?
#
# Not every entry says which loss function it used,
# and unknown is not no: so ask in several ways.
# The book on the left lists all that can be asked.

query ArcFaceModels {
  leaderboard(ref: "megaface-identification") {
    # Entries that name ArcFace, above 70 %.
    above70: ranking(
      where: {
        lossFunction: { within: "ArcFace" }
        score: { gt: 70 }
      }
    ) {
      totalCount
    }

    # The same at any score. Rank is the place
    # among these, overallRank among all entries.
    anyScore: ranking(
      where: {
        lossFunction: { within: "ArcFace" }
      }
    ) {
      nodes {
        rank
        overallRank
        score { value }
        submission { name }
      }
    }

    # The whole family of ArcFace, above 70 %.
    relatives: ranking(
      where: {
        lossFunction: { within: "Angular margin" }
        score: { gt: 70 }
      }
    ) {
      nodes {
        overallRank
        score { value }
        submission { name }
      }
    }
  }
}
`;
