// Package say has what is said, an Answer with its evidence, and puts it into words: a figure or a
// sentence with its citation, what was worked out, what is nearest where the articles lack the rest.
package say

// Answer is what is said, with its evidence. Its JSON form is the contract's.
type Answer struct {
	// Text is plain text with markers [1], [2]… of Citations.
	Text    string `json:"answer"`
	Refused bool   `json:"refused"`
	// Figures are quoted, in the order said; the first is the one asked for.
	Figures     []Figure   `json:"figures"`
	Derived     []Derived  `json:"derived"`
	Citations   []Citation `json:"citations"`
	Hits        []Hit      `json:"hits"`
	Suggestions []string   `json:"suggestions"`
	// Marks say where in Text the quoted figures stand, in order.
	Marks []Mark `json:"-"`
	// Support is how likely the articles say what was asked for, 0…1; 0 where it was
	// not weighed.
	Support float64 `json:"-"`
}

// Figure is a quoted figure: Text is the paragraph's [Start:End) in runes.
type Figure struct {
	Text      string  `json:"text"`
	Value     string  `json:"value"` // decimal, in the plain unit; "" of a telephone number, a name and what does not say how many
	Unit      string  `json:"unit"`
	Qualifier *string `json:"qualifier"`
	Entity    *string `json:"entity"`
	Metric    *string `json:"metric"`
	Period    *string `json:"period"`
	Falls     bool    `json:"falls,omitempty"` // it is a change downwards, printed without a sign
	Citation  int     `json:"citation"`        // a citation's N
	Start     int     `json:"start"`
	End       int     `json:"end"`
}

// Derived is a figure that the articles do not print but that follows from
// printed ones; Operands index into Figures.
type Derived struct {
	Text       string `json:"text"`
	Value      string `json:"value"`
	Unit       string `json:"unit"`
	Op         string `json:"op"`
	Operands   []int  `json:"operands"`
	Expression string `json:"expression"`
}

// Citation is one unbroken verbatim span of a paragraph or a note: its
// [Start:End) in runes.
type Citation struct {
	N         int    `json:"n"`
	Article   string `json:"article"`
	Title     string `json:"title"`
	Date      string `json:"date"`
	Paragraph string `json:"paragraph"`
	Quote     string `json:"quote"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
}

// Hit is a passage that was found, with its score.
type Hit struct {
	Paragraph string  `json:"paragraph"`
	Score     float64 `json:"score"`
}

// Mark is a figure's place in Answer.Text, in runes.
type Mark struct {
	Start, End int
	Figure     int // index into Answer.Figures
}
