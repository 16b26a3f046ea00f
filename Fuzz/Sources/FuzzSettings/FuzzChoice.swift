import Settings

enum FuzzChoice: String, ChoiceSetting {
  case first
  case second
}
