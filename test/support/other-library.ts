import ICAL from 'ical.js';

/** When a meeting takes place, as another library than ours finds it in a file of iCalendar. */
export function startsIn(text: string, title: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const events = calendar.getAllSubcomponents('vevent');
  const uidOf = (one: ICAL.Component) => String(one.getFirstPropertyValue('uid'));
  const isMaster = (one: ICAL.Component) => !one.hasProperty('recurrence-id');
  const found = events.find(
    (one) => isMaster(one) && one.getFirstPropertyValue('summary') === title,
  );
  if (!found) return [];
  const event = new ICAL.Event(found);
  for (const one of events) {
    if (!isMaster(one) && uidOf(one) === uidOf(found)) event.relateException(one);
  }
  if (!event.isRecurring()) return [event.startDate.toJSDate().toISOString()];
  const starts: string[] = [];
  const times = event.iterator();
  for (let time = times.next(); time && starts.length < 1000; time = times.next()) {
    const { item, startDate } = event.getOccurrenceDetails(time);
    const status = item.component.getFirstPropertyValue('status');
    if (status !== 'CANCELLED') starts.push(startDate.toJSDate().toISOString());
  }
  return starts;
}
