import { createContexts } from './service/contexts.js';
import { createDeclaring } from './service/declaring.js';
import { createExpenseReading } from './service/expense-reading.js';
import { createExpenses } from './service/expenses.js';
import { createImported } from './service/imported.js';
import { createImporting } from './service/importing.js';
import { createMatrix } from './service/matrix.js';
import { createNeeds } from './service/needs.js';
import type { Parts } from './service/parts.js';
import { createPeriods } from './service/periods.js';
import { createReading } from './service/reading.js';
import { createReceipts } from './service/receipts.js';
import { createRecounting } from './service/recounting.js';
import { createReviewing } from './service/reviewing.js';
import { createSharing } from './service/sharing.js';
import { createTalk } from './service/talk.js';

export { joinWealth } from './service/joining.js';

export type WealthService = ReturnType<typeof createWealthService>;

/** Everything that can be done with matrices of wealth; each change is one transaction. */
export function createWealthService(parts: Parts) {
  const matrix = createMatrix(parts);
  return {
    ...createContexts(parts),
    ...createDeclaring(parts),
    ...createReviewing(parts),
    ...createRecounting(parts),
    ...createPeriods(parts),
    ...createTalk(parts),
    ...createImporting(parts),
    ...createImported(parts),
    ...createReading(parts),
    ...matrix,
    ...createSharing(parts, matrix),
    ...createNeeds(parts),
    ...createExpenses(parts),
    ...createExpenseReading(parts),
    ...createReceipts(parts),
  };
}
