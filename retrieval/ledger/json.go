package ledger

import (
	"encoding/json"

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
	}{e.Paragraph, e.Start, e.End, e.Text, e.Plain(), e.Unit, e.Qualifier, e.Kind, e.Entity, e.Metric, e.Period.Text, e.Direction, e.Scope})
}
