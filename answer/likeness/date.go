package likeness

import (
	"cmp"

	"youju/figure"
)

// Covers says that a date says nothing else than the claimed one does.
func Covers(said, claimed figure.When) bool {
	same := func(a, b int) bool { return a == 0 || b == 0 || a == b }
	return same(said.Year, claimed.Year) && same(said.Month, claimed.Month) && same(said.Day, claimed.Day)
}

// Spans says that a day lies within the days from one to another that a figure says: 6月5日 of 6月3日至7日.
func Spans(said figure.Figure, day figure.When) bool {
	from, to := said.When, said.Until
	if from.Day == 0 || to.Day == 0 || from.Year != 0 && day.Year != 0 && (day.Year < from.Year || day.Year > max(from.Year, to.Year)) {
		return false
	}
	const months = 32 // so many numbers for each
	at := func(w figure.When) int { return cmp.Or(w.Month, from.Month, day.Month)*months + w.Day }
	return at(from) <= at(day) && at(day) <= at(to)
}
