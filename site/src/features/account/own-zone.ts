// Chooses the device's time zone in a form that nobody has sent yet.
const select = document.querySelector<HTMLSelectElement>('select[name="timeZone"]');
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (select?.form?.dataset.untouched !== undefined && [...select.options].some((option) => option.value === zone))
  select.value = zone;
