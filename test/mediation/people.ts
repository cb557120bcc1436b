import type { CommunityId, MediationId, MemberId } from '../../src/kernel/ids.js';
import {
  DEFAULT_PLEDGE,
  type Mediator,
  type Request,
  type Story,
} from '../../src/mediation/types.js';

export const NOW = new Date('2026-11-21T10:20:00Z');

export const STORY: Story = {
  ...{ what: 'Un désaccord.', others: '', hope: '', reach: '', aside: '' },
  ...{ urgency: 'calm', onward: true },
};

export const member = (name: string): MemberId => name as string as MemberId;

export const person = (name: string) => ({ id: member(name), name });

export const mediator = (name: string, more: Partial<Mediator> = {}): Mediator => ({
  ...{ member: member(name), about: '', languages: ['fr'], available: true, capacity: 3 },
  byRole: false,
  ...more,
});

export const request = (more: Partial<Request> = {}): Request => ({
  ...{ id: 'r' as string as MediationId, community: 'c' as string as CommunityId },
  ...{ state: 'draft', requester: member('Nadia'), pseudonym: 'Sureau', named: false },
  ...{
    locale: 'fr',
    story: STORY,
    pledge: DEFAULT_PLEDGE,
    asked: [],
    guests: [],
    terms: null,
    movedAt: NOW,
    eraseAt: null,
  },
  ...more,
});
