package ledger

import (
	"encoding/json"
	"fmt"

	"youju/figure"
)

// MarshalJSON writes an entry as a line of the ledger.
func (e Entry) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Paragraph string      `json:"paragraph"`
		Start     int         `json:"start"`
		End       int         `json:"end"`
		Text      string      `json:"text"`
		Value     string      `json:"value"`
		Unit      string      `json:"unit"`
		Qualifier string      `json:"qualifier"`
		Kind      figure.Kind `json:"kind"`
		Entity    string      `json:"entity"`
		Metric    string      `json:"metric"`
		Period    string      `json:"period"`
		Direction string      `json:"direction"`
		Scope     string      `json:"scope,omitempty"`
	}{e.Paragraph, e.Start, e.End, e.Text, e.Written(), e.Unit, e.Qualifier, e.Kind, e.Entity, e.Metric, e.Period.Text, e.Direction, e.Scope})
}

// Written is the value as the ledger prints it: a decimal string in the plain
// unit; of a date as much of year-month-day as is said; "" of a name or an
// identifier.
func (e Entry) Written() string {
	switch e.Kind {
	case figure.Identifier, figure.Name:
		return ""
	case figure.Date:
		if w := e.When; w != (figure.When{}) {
			return written(w)
		}
	}
	return e.Value.String()
}

func written(w figure.When) string {
	switch {
	case w.Year != 0 && w.Month != 0 && w.Day != 0:
		return fmt.Sprintf("%d-%02d-%02d", w.Year, w.Month, w.Day)
	case w.Year != 0 && w.Month != 0:
		return fmt.Sprintf("%d-%02d", w.Year, w.Month)
	case w.Year != 0:
		return fmt.Sprint(w.Year)
	case w.Month != 0 && w.Day != 0:
		return fmt.Sprintf("%02d-%02d", w.Month, w.Day)
	}
	return fmt.Sprint(max(w.Month, w.Day))
}
