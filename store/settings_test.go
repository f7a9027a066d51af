package store

import "testing"

func TestSettings(t *testing.T) {
	path := file(t)
	s := opened(t, path, newClock())
	const group = -1001234567890
	sets := map[int64]Settings{7: {Language: 3}, 8: {Brief: true}, group: {Language: 2, Plain: true}}
	for chat, set := range sets {
		must(t, s.SetSettings(t.Context(), chat, Settings{Language: 99, Brief: true, Plain: true}))
		must(t, s.SetSettings(t.Context(), chat, set))
	}
	sets[9] = Settings{}
	holds := func(when string) {
		t.Helper()
		for chat, want := range sets {
			if got, err := s.Settings(t.Context(), chat); err != nil || got != want {
				t.Errorf("%s: chat %d has %+v %v, want %+v", when, chat, got, err, want)
			}
		}
	}
	holds("as set")
	must(t, s.Forget(t.Context(), Who{User: 7, Chat: group}))
	must(t, s.Forget(t.Context(), Who{User: 7, Chat: 8}))
	holds("another's forgotten")
	must(t, s.Forget(t.Context(), Who{User: 7}))
	sets[7] = Settings{}
	holds("a person forgotten")
	must(t, s.Forget(t.Context(), Who{Chat: group}))
	sets[group] = Settings{}
	holds("a group forgotten")
}

func TestDamagedSettingsAreLostAndSaid(t *testing.T) {
	s := opened(t, file(t), newClock())
	must(t, s.SetSettings(t.Context(), 7, Settings{Brief: true}))
	_, err := s.db.Exec(`UPDATE facts SET value = value + 1`)
	must(t, err)
	if got, err := s.Settings(t.Context(), 7); err != nil || got != (Settings{}) || len(s.Damages()) == 0 {
		t.Errorf("%+v %v, said %v", got, err, s.Damages())
	}
}
