/**
 * Leads eyes and caret to a question: the page begins at its top, or, where large letters leave the question outside the
 * upper half of the window, at the question.
 */
export function leadTo(heading: HTMLElement | null): void {
  heading?.focus();
  scrollTo(0, 0);
  if (heading && heading.getBoundingClientRect().bottom > innerHeight / 2) {
    heading.scrollIntoView({ block: 'start' });
  }
}
