import { shortenId } from '../../../src/kernel/ids.js';
import type { Prospect } from '../../../src/mediation/service/reading.js';
import { act, button, note, select, text } from '../../view/build.js';
import { clipped } from '../../view/shorten.js';
import type { Action, Block, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { caseArg, type Drawing, listOf, nameOf, secretView } from '../drawing.js';
import { emergencyFirst } from './emergency.js';
import { outsideChoice, outsideNotes } from './outside.js';
import { storyBlocks } from './story.js';

/** What most platforms show in one list. */
const MOST_CHOICES = 25;
const LABEL = 90;

/** Before it leaves: danger first, then the words as they are, then who will be able to read. */
export function draftView(drawing: Drawing, prospect: Prospect): View {
  const { request } = prospect;
  const { locale } = drawing;
  const { what, hope, others } = request.story;
  return secretView(request, {
    title: [say(locale, 'mediation.prospect.title')],
    blocks: [
      ...emergencyFirst(drawing, `${what}\n${hope}\n${others}`),
      ...storyBlocks(drawing, request.story),
      ...readersBlocks(drawing, prospect),
      ...outsideNotes(drawing, prospect),
      note(...rich(locale, 'mediation.prospect.kept', { days: request.pledge.keepDays })),
    ],
    actions: [
      ...choosing(drawing, prospect),
      button(say(locale, 'mediation.prospect.edit'), act('mediation.edit', caseArg(request))),
      button(say(locale, 'mediation.prospect.erase'), act('mediation.erase', caseArg(request))),
    ],
  });
}

export function readersBlocks(drawing: Drawing, { request, able, aside }: Prospect): Block[] {
  const { locale } = drawing;
  const { onward } = request.story;
  const { answerHours: hours, contact } = request.pledge;
  const names = listOf(
    drawing,
    able.map(({ member }) => member),
  );
  if (able.length === 0) {
    return [
      text(...rich(locale, 'mediation.prospect.none')),
      ...(contact === ''
        ? []
        : [text(...rich(locale, 'mediation.prospect.none.contact', { contact }))]),
    ];
  }
  const next = able.length > 1 ? 'onward' : 'alone';
  return [
    text(
      onward
        ? say(locale, `mediation.prospect.who.${next}`, { hours, names, name: names })
        : say(locale, 'mediation.prospect.who'),
    ),
    ...(request.named
      ? []
      : [text(...rich(locale, 'mediation.prospect.pseudonym', { pseudonym: request.pseudonym }))]),
    ...(aside.length === 0
      ? []
      : [text(say(locale, 'mediation.prospect.aside', { names: listOf(drawing, aside) }))]),
    note(say(locale, 'mediation.prospect.nobody-else')),
  ];
}

/** To whom: a choice, or the one that comes first. */
export function choosing(drawing: Drawing, prospect: Prospect): Action[] {
  const { request, able } = prospect;
  const { locale } = drawing;
  if (able.length === 0) return outsideChoice(drawing, prospect);
  const send = act('mediation.send', caseArg(request));
  const options = able.slice(0, MOST_CHOICES).map(({ member, about }) => ({
    value: shortenId(member),
    label: clipped(
      say(locale, 'mediation.prospect.option', {
        name: nameOf(drawing, member),
        about: about === '' ? 'none' : about,
      }),
      LABEL,
    ),
  }));
  return [
    select({
      label: say(locale, 'mediation.prospect.choose'),
      ...{ act: send, param: 'helper', options },
    }),
    button(say(locale, 'mediation.prospect.propose'), send, 'primary'),
    ...outsideChoice(drawing, prospect),
  ];
}
