"""督履 Duly: a Chinese court gets its judgments performed voluntarily."""
