import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../../src/kernel/ids.js';
import {
  checkSpending,
  expenseStanding,
  expenseSums,
  mayFollow,
  owedTo,
} from '../../../src/wealth/rules/expenses.js';
import {
  EXPENSE_STEPS,
  type ExpenseStep,
  type ExpenseStepKind,
  type Spending,
} from '../../../src/wealth/types/expenses.js';

const PEOPLE = ['nadia', 'bruno', 'chloe', 'dao'] as MemberId[];
const [NADIA = '' as MemberId, BRUNO = '' as MemberId, CHLOE = '' as MemberId] = PEOPLE;
const OWN = { member: NADIA, author: BRUNO };
const SPENDING: Spending = {
  ...{
    cents: 4520n,
    vatCents: 753n,
    what: 'peinture',
    day: '2026-11-20',
    replaces: null,
    reason: '',
  },
};

type Done = readonly [kind: ExpenseStepKind, member?: MemberId];

const stepsOf = (...all: readonly Done[]): ExpenseStep[] =>
  all.map(([kind, member = NADIA], index) => ({
    ...{ kind, member, position: index + 1, at: new Date(index), text: '' },
    spending: kind === 'declared' || kind === 'corrected' ? SPENDING : null,
  }));
const stateOf = (validations: number, ...all: readonly Done[]) =>
  expenseStanding(stepsOf(...all), OWN, { validations }).state;

describe('where an expense stands', () => {
  it.each<readonly [expected: string, validations: number, done: readonly Done[]]>([
    ['declared', 1, [['declared']]],
    // One's word is enough in some contexts, but not to be paid.
    ['declared', 0, [['declared']]],
    ['approved', 0, [['declared'], ['approved', CHLOE]]],
    ['approved', 1, [['declared'], ['approved', CHLOE]]],
    ['declared', 2, [['declared'], ['approved', CHLOE]]],
    ['declared', 2, [['declared'], ['approved', CHLOE], ['approved', CHLOE]]],
    ['declared', 1, [['declared'], ['approved', NADIA], ['approved', BRUNO]]],
    ['declared', 1, [['declared'], ['approved', CHLOE], ['unapproved', CHLOE]]],
    ['declared', 1, [['declared'], ['approved', CHLOE], ['corrected']]],
    ['refused', 1, [['declared'], ['approved', CHLOE], ['refused', CHLOE]]],
    ['approved', 1, [['declared'], ['approved', CHLOE], ['refused'], ['unrefused']]],
    ['declared', 1, [['declared'], ['refused', CHLOE], ['corrected']]],
    ['reimbursed', 1, [['declared'], ['approved', CHLOE], ['reimbursed', CHLOE]]],
    ['approved', 1, [['declared'], ['approved', CHLOE], ['reimbursed'], ['unreimbursed']]],
    ['withdrawn', 1, [['declared'], ['approved', CHLOE], ['withdrawn']]],
    ['approved', 1, [['declared'], ['approved', CHLOE], ['withdrawn'], ['restored']]],
    ['declared', 1, [['declared'], ['withdrawn'], ['corrected']]],
  ])('%s, of %i needed: %j', (expected, validations, done) => {
    expect(stateOf(validations, ...done)).toBe(expected);
  });

  const step = fc.tuple(fc.constantFrom(...EXPENSE_STEPS), fc.constantFrom(...PEOPLE));

  it('is never approved or paid back by who paid or wrote it alone', () => {
    const own = step.filter(([, member]) => member === NADIA || member === BRUNO);
    fc.assert(
      fc.property(fc.array(own), fc.nat({ max: 3 }), (all, validations) => {
        const steps = all.filter(([kind]) => kind !== 'reimbursed');
        expect(stateOf(validations, ['declared'], ...steps)).not.toBe('approved');
      }),
    );
  });

  it('is paid back only after others found right what it says, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.nat({ max: 3 }), (tried, validations) => {
        const done: Done[] = [['declared', NADIA]];
        for (const [kind, member] of tried) {
          const { state } = expenseStanding(stepsOf(...done), OWN, { validations });
          if (kind !== 'declared' && mayFollow(state, kind)) done.push([kind, member]);
        }
        const { state, approvals, reimbursement } = expenseStanding(stepsOf(...done), OWN, {
          validations,
        });
        if (state !== 'approved' && state !== 'reimbursed') return;
        const by = new Set(approvals.map(({ member }) => member));
        expect(by.size).toBeGreaterThanOrEqual(Math.max(1, validations));
        expect([...by].filter((id) => id === NADIA || id === BRUNO)).toEqual([]);
        expect(reimbursement !== null).toBe(state === 'reimbursed');
      }),
    );
  });
});

describe('what is paid', () => {
  const check = (change: Partial<Spending>) =>
    checkSpending({ ...SPENDING, ...change }, '2026-11-21');

  it('was paid already, not too long ago, and its tax is a part of it', () => {
    expect(check({}).ok).toBe(true);
    expect(check({ vatCents: null }).ok).toBe(true);
    expect(check({ day: '2026-11-22' })).toMatchObject({ refusals: [{ code: 'day-ahead' }] });
    expect(check({ day: '2020-01-01' })).toMatchObject({ refusals: [{ code: 'day-far' }] });
    expect(check({ vatCents: 4520n })).toMatchObject({ refusals: [{ code: 'vat-too-much' }] });
  });

  it('is owed to the cent, whoever is counted first', () => {
    const one = fc.record({
      member: fc.constantFrom(...PEOPLE),
      state: fc.constantFrom('declared', 'approved', 'refused', 'reimbursed', 'withdrawn'),
      cents: fc.bigInt({ min: 1n, max: 10n ** 9n }),
    });
    fc.assert(
      fc.property(fc.array(one), (all) => {
        const owed = [...owedTo(all).values()].reduce((sum, cents) => sum + cents, 0n);
        expect(owed).toBe(expenseSums(all).approved);
        const back = [...all].reverse();
        expect(expenseSums(back)).toEqual(expenseSums(all));
        expect(new Map([...owedTo(back)].sort())).toEqual(new Map([...owedTo(all)].sort()));
      }),
    );
  });
});
