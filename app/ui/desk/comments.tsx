import { criterionWords } from "#app/ui/initiatives/decision-section.tsx";
import { useLanguage } from "#app/ui/language.tsx";

export type Comment = { criterion: string; comment: string };

/** What evaluators wrote on each criterion of a closed round, without their names. */
export function Comments(props: { criteria: readonly string[]; comments: readonly Comment[] }) {
  const { t } = useLanguage();
  return (
    <div className="flow read">
      {props.criteria.map((criterion) => (
        <div key={criterion}>
          <h3>{criterionWords(criterion, t)}</h3>
          <ul className="flow tight">
            {keyed(props.comments.filter((one) => one.criterion === criterion)).map(({ key, comment }) => (
              <li className="quote" key={key}>
                {comment}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** Two people may write the same words. */
function keyed(comments: readonly Comment[]): { key: string; comment: string }[] {
  return comments.map(({ comment }, index) => ({ key: `${index}`, comment }));
}
