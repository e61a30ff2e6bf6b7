import type { ResultPart } from "#app/domain/results/result.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { ActFields, AuthorFields, FundingFields, ReadinessFields } from "#app/ui/results/form/list-fields.tsx";
import {
  ClassificationFields,
  type FormOptions,
  PublicationFields,
  SummaryFields,
} from "#app/ui/results/form/text-fields.tsx";
import { AudienceFields, RecognitionFields } from "#app/ui/results/profile/audience-fields.tsx";
import { RightFields } from "#app/ui/results/profile/right-fields.tsx";

/** The fields of one part of a result. `sum` is what the saved contributions add up to, in words. */
export function PartFields(props: {
  part: Exclude<ResultPart, "files">;
  form: FormState;
  options: FormOptions;
  sum: string;
}) {
  const { part, form, options } = props;
  switch (part) {
    case "summary":
      return <SummaryFields form={form} />;
    case "classification":
      return <ClassificationFields form={form} options={options} />;
    case "audience":
      return <AudienceFields form={form} />;
    case "recognition":
      return <RecognitionFields form={form} />;
    case "readiness":
      return <ReadinessFields form={form} levels={options.levels} />;
    case "authors":
      return <AuthorFields form={form} sum={props.sum} />;
    case "rights":
      return <RightFields form={form} />;
    case "exploitation":
      return <ActFields form={form} />;
    case "funding":
      return <FundingFields form={form} />;
    case "publication":
      return <PublicationFields form={form} />;
  }
}
