package likeness

import "youju/figure"

// Covers says that a date says nothing else than the claimed one does.
func Covers(said, claimed figure.When) bool {
	same := func(a, b int) bool { return a == 0 || b == 0 || a == b }
	return same(said.Year, claimed.Year) && same(said.Month, claimed.Month) && same(said.Day, claimed.Day)
}
