package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"unsafe"
)

// DamageError says what a damaged row or page held. What it held is never used.
type DamageError struct {
	What   string // "update 17", "article a1b2c3"
	Detail string // how it was noticed
	Cure   string // what was done about it
}

func (e *DamageError) Error() string {
	text := fmt.Sprintf("the store is damaged: %s: %s", e.What, e.Detail)
	if e.Cure != "" {
		text += "; " + e.Cure
	}
	return text
}

// harmed notes damage and tells the log, once for each thing that was hit.
func (s *Store) harmed(d DamageError) {
	s.damageMu.Lock()
	defer s.damageMu.Unlock()
	for _, known := range s.damage {
		if known == d {
			return
		}
	}
	s.damage = append(s.damage, d)
	s.options.Log.Error("the store is damaged", "what", d.What, "detail", d.Detail, "cure", d.Cure)
}

// Damages is all the damage that was noticed since the store was opened.
func (s *Store) Damages() []DamageError {
	s.damageMu.Lock()
	defer s.damageMu.Unlock()
	return append([]DamageError(nil), s.damage...)
}

// damageOf is the damage in an error, or nil.
func damageOf(err error) *DamageError {
	var damage *DamageError
	if errors.As(err, &damage) {
		return damage
	}
	return nil
}

func asDamage(err error) bool { return damageOf(err) != nil }

const (
	badSum   = "its checksum does not fit"
	cureLost = "it is lost"
)

// checksum is a CRC-32C (RFC 3720) over the values of a row, each with its type
// and length, so that no two rows run together. It finds every burst of up to 32
// bits.
func checksum(values ...any) int64 {
	table := crc32.MakeTable(crc32.Castagnoli)
	var sum uint32
	head := func(kind byte, n uint64) {
		var b [9]byte
		b[0] = kind
		binary.LittleEndian.PutUint64(b[1:], n)
		sum = crc32.Update(sum, table, b[:])
	}
	for _, value := range values {
		switch v := value.(type) {
		case int64:
			head('i', uint64(v))
		case string:
			head('s', uint64(len(v)))
			sum = crc32.Update(sum, table, unsafe.Slice(unsafe.StringData(v), len(v))) // read only
		case []byte:
			head('b', uint64(len(v)))
			sum = crc32.Update(sum, table, v)
		default:
			panic(fmt.Sprintf("store: a column of type %T has no checksum", value)) // a slip in this package
		}
	}
	return int64(sum)
}
