package weigh

import "testing"

func TestBodiesOfTheStateAreNoPlaces(t *testing.T) {
	for name, want := range map[string]bool{"财政部": true, "国家林业局": true, "央行": true, "西部": false, "足球俱乐部": false, "梅溪市": false, "组织部门": false} {
		if got := stateBody.MatchString(name); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
