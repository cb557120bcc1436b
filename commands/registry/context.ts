import type { AgendaService } from '../../src/agenda/service.js';
import type { CommunityService } from '../../src/community/service.js';
import type { Account, Community, Member, Room } from '../../src/community/types.js';
import type { DecisionService } from '../../src/decisions/service.js';
import type { FileService } from '../../src/files/service.js';
import type { Cause } from '../../src/journal/types.js';
import type { AccountId, MemberId } from '../../src/kernel/ids.js';
import type { Locale } from '../../src/kernel/locale.js';
import type { MediationService } from '../../src/mediation/service.js';
import type { VeilleService } from '../../src/veille/service.js';
import type { WealthService } from '../../src/wealth/service.js';

/** The functions of the core, as commands reach them. */
export interface Services {
  readonly community: CommunityService;
  readonly decisions: DecisionService;
  readonly agenda: AgendaService;
  readonly mediation: MediationService;
  readonly wealth: WealthService;
  readonly veille: VeilleService;
  /** What people give beside words. */
  readonly files: FileService;
}

/** Who asks, where, when, in which language the answer is wanted. */
export interface Context {
  readonly services: Services;
  readonly community: Community;
  readonly member: Member;
  readonly account: AccountId;
  /** The account they speak from, as the platform knows it. */
  readonly speaker: Account;
  /** `null` in a direct conversation. */
  readonly room: Room | null;
  readonly locale: Locale;
  readonly now: Date;
  /** What makes the change: written once, however often the event is delivered. */
  readonly cause: Cause & { readonly member: MemberId };
  /** Everything people can say, for the help page. */
  readonly commands: readonly Described[];
}

/** What is said about a command before it is used; its words are in the catalogues, by its id. */
export interface Described {
  /** For example `decision.propose`. */
  readonly id: string;
  /** Who may use it at all; what depends on the thing itself, its service checks. */
  readonly allows: (member: Member) => boolean;
  /** Reached by buttons only: not offered when typing. */
  readonly hidden: boolean;
}
