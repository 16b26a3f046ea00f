import Settings

enum SampleScope: String, ChoiceSetting {
  case broker
  case cluster
}
