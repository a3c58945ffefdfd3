import { registerEnumType } from "type-graphql";

export enum Grouping {
  ORGANISATION = "ORGANISATION",
  LOSS_FUNCTION = "LOSS_FUNCTION",
  LOSS_FAMILY = "LOSS_FAMILY",
  BACKBONE = "BACKBONE",
  BACKBONE_FAMILY = "BACKBONE_FAMILY",
  TRAINING_DATASET = "TRAINING_DATASET",
  TRAINING_SCALE = "TRAINING_SCALE",
  YEAR = "YEAR",
  MONTH = "MONTH",
  TEST_SET_CLEANING = "TEST_SET_CLEANING",
  DESCRIBED = "DESCRIBED",
}

/** A facet for each grouping that the argument lists; more are refused. */
export const EACH_GROUPING = { argument: "groupBy", most: 100 };

const CLAIMS = "Only STATED and INHERITED claims count.";

registerEnumType(Grouping, {
  name: "Grouping",
  description:
    "What submissions can be grouped by. A submission with two of a kind, such as two losses, is in two groups, so that counts can add up to more than there are. What is not known is a group of its own.",
  valuesConfig: {
    ORGANISATION: { description: "By organisation; a joint submission is in several groups." },
    LOSS_FUNCTION: { description: `By loss function. ${CLAIMS}` },
    LOSS_FAMILY: {
      description: `By the nearest family of the loss function, which may be itself; one without a family is a group of its own. ${CLAIMS}`,
    },
    BACKBONE: { description: `By backbone. ${CLAIMS}` },
    BACKBONE_FAMILY: {
      description: `By the nearest family of the backbone, which may be itself; one without a family is a group of its own. ${CLAIMS}`,
    },
    TRAINING_DATASET: { description: `By dataset trained on, where the source names it. ${CLAIMS}` },
    TRAINING_SCALE: { description: "By published size class of the training set." },
    YEAR: { description: "By year of submission, such as `2015`; in order of time." },
    MONTH: { description: "By month of submission, such as `2015-10`; in order of time." },
    TEST_SET_CLEANING: { description: `By kind of test-set cleaning. ${CLAIMS}` },
    DESCRIBED: { description: "By whether the method is described: `true` or `false`." },
  },
});

/** Whether the groups have an order in time, in which they are then listed. */
export function isTimeGrouping(grouping: Grouping): boolean {
  return grouping === Grouping.YEAR || grouping === Grouping.MONTH;
}
