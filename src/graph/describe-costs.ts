import {
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isIntrospectionType,
  isLeafType,
  isObjectType,
} from "graphql";
import { costText } from "../common/cost/cost-text";

/** Puts what each field costs into its description, where every client shows it. */
export function describeCosts(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      const text = costText(field, isLeafType(getNamedType(field.type)));
      if (text) field.description = `${field.description}\n\n${text}`;
    }
  }
  return schema;
}
