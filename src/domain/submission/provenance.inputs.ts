import { Field, InputType } from "type-graphql";

@InputType({ description: "Conditions on the document that something stands in." })
export class SourceFilter {
  @Field(() => [String], { nullable: true, description: "One of these, each as global id or slug." })
  is?: string[] | null;
}

@InputType({ description: "Conditions on the import that last wrote something." })
export class ImportFilter {
  @Field(() => [String], { nullable: true, description: "One of these, each as global id or number." })
  is?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "true: only where the import that last wrote the submission itself is known; false: only where it is not.",
  })
  known?: boolean | null;
}
