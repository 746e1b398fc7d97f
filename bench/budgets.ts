/** The budgets, and whether what was measured keeps to them. Ratios and bytes only: machines differ. */
import budgets from './budgets.json' with { type: 'json' };

export interface Verdict {
  readonly id: string;
  readonly what: string;
  readonly value: number;
  /** What breaks the bench: "≤ 2.5". */
  readonly budget: string;
  /** What we want to reach. */
  readonly goal: string;
  readonly isKept: boolean;
}

type Family = 'chromium' | 'firefox';
interface Budget {
  readonly what: string;
  readonly goal: string;
  readonly most?: number | Readonly<Record<Family, number>>;
  readonly least?: number | Readonly<Record<Family, number>>;
}

/** The verdict on each value that has a budget, in the budgets' order. */
export function judge(values: Readonly<Record<string, number>>, family: Family): Verdict[] {
  return Object.entries(budgets as Readonly<Record<string, Budget>>).flatMap(([id, budget]) => {
    const value = values[id];
    if (value === undefined) return [];
    const most = limit(budget.most, family);
    const least = limit(budget.least, family);
    const isKept = (most === undefined || value <= most) && (least === undefined || value >= least);
    const words = most === undefined ? `≥ ${least}` : `≤ ${most}`;
    return [{ id, what: budget.what, value, budget: words, goal: budget.goal, isKept }];
  });
}

function limit(wanted: Budget['most'], family: Family): number | undefined {
  return typeof wanted === 'object' ? wanted[family] : wanted;
}
